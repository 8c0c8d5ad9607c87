import type { Phrases } from "./phrases.js";

/** A further field that picks where to sign in, not who. */
export const tenant: Phrases = {
  en: "tenant, company, company id, organization, organisation, domain, workspace, institution, school, subdomain, server, site, host, realm, database, shop, store, team",
  de: "mandant, firma, unternehmen, organisation, schule, standort",
  fr: "societe, entreprise, organisation, domaine, etablissement",
  es: "empresa, organizacion, dominio",
  it: "azienda, organizzazione, dominio",
  pt: "empresa, organizacao, dominio",
  nl: "bedrijf, organisatie, domein",
  pl: "firma, organizacja, domena",
  ru: "компания, организация, домен",
  uk: "компанія, організація, домен",
  tr: "sirket, kurum, firma kodu",
  ja: "会社, 企業, 組織, テナント",
  zh: "公司, 企业, 組織, 机构",
  ko: "회사, 조직",
  ar: "الشركة, المؤسسة",
  sv: "foretag, organisation, doman",
  cs: "společnost, organizace, doména, firma",
  vi: "công ty, tổ chức",
};
