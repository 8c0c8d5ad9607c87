/** What in the form one came for. */
export type FormPlace = "attach" | "password" | "key";

/** Where in the page one is. It stands in the address, so that reloading and going back work. */
export type Route =
  | { readonly view: "list" }
  | { readonly view: "add" }
  | { readonly view: "credential"; readonly id: string }
  | { readonly view: "edit"; readonly id: string; readonly at: FormPlace | null }
  | { readonly view: "places" }
  | { readonly view: "audit"; readonly credential: string | null };

/** Reads the fragment of an address; what is not known is the list. */
export function routeOf(hash: string): Route {
  const [place = "", id, what, at] = hash.replace(/^#\/?/, "").split("/").map(decoded);
  if (place === "add") return { view: "add" };
  if (place === "places") return { view: "places" };
  if (place === "audit") return { view: "audit", credential: id || null };
  if (place === "credential" && id && what === "edit") return { view: "edit", id, at: isFormPlace(at) ? at : null };
  if (place === "credential" && id) return { view: "credential", id };
  return { view: "list" };
}

/** The fragment of an address. */
export function hashOf(route: Route): string {
  switch (route.view) {
    case "list":
      return "#/";
    case "add":
      return "#/add";
    case "credential":
      return `#/credential/${encodeURIComponent(route.id)}`;
    case "edit":
      return `#/credential/${encodeURIComponent(route.id)}/edit${route.at ? `/${route.at}` : ""}`;
    case "places":
      return "#/places";
    case "audit":
      return route.credential ? `#/audit/${encodeURIComponent(route.credential)}` : "#/audit";
  }
}

function isFormPlace(text: string | undefined): text is FormPlace {
  return text === "attach" || text === "password" || text === "key";
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
