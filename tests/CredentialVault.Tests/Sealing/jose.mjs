// Seals and opens with npm's jose, as the extension does. The first argument is the folder that has it; a request comes
// on standard input as JSON, the answer goes to standard output.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const found = createRequire(`${process.argv[2]}/package.json`).resolve("jose");
const jose = await import(pathToFileURL(found));
const request = JSON.parse(await text(process.stdin));
const key = await jose.importJWK(request.key, "ECDH-ES");

if (request.do === "open") {
  const { plaintext, protectedHeader } = await jose.compactDecrypt(request.token, key, {
    keyManagementAlgorithms: ["ECDH-ES"],
    contentEncryptionAlgorithms: ["A128CBC-HS256"],
  });
  const thumbprint = await jose.calculateJwkThumbprint(request.key);
  console.log(JSON.stringify({ text: new TextDecoder().decode(plaintext), header: protectedHeader, thumbprint }));
} else {
  const token = await new jose.CompactEncrypt(new TextEncoder().encode(request.text))
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A128CBC-HS256", kid: await jose.calculateJwkThumbprint(request.key) })
    .setKeyManagementParameters({ apv: new TextEncoder().encode(request.context) })
    .encrypt(key);
  console.log(JSON.stringify({ text: token }));
}
