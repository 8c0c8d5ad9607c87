// Bundles the extension into artifacts/extension/, and the detector alone into artifacts/detector.js. What goes into every
// page is minified: reading the rest would be a quarter of what it costs other pages.
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { wordsTable } from "./words-table.mjs";

const artifacts = fileURLToPath(new URL("../artifacts/", import.meta.url));
const out = join(artifacts, "extension");
const detector = join(artifacts, "detector.js");

const common = {
  bundle: true,
  format: "iife",
  target: "chrome130",
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
  plugins: [wordsTable],
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

await Promise.all([
  build({ ...common, entryPoints: ["src/worker/main.ts"], outfile: join(out, "worker.js") }),
  build({ ...common, entryPoints: ["src/content/main.ts"], outfile: join(out, "content.js"), minify: true }),
  build({ ...common, entryPoints: ["src/content/hand-over/main.ts"], outfile: join(out, "hand-over.js") }),
  build({ ...common, entryPoints: ["src/setup/main.ts"], outfile: join(out, "setup.js") }),
  build({ ...common, entryPoints: ["src/setup/setup.css"], outfile: join(out, "setup.css") }),
  build({ ...common, entryPoints: ["src/detector/global.ts"], outfile: detector, minify: true }),
  cp("src/setup/setup.html", join(out, "setup.html")),
  cp("manifest.json", join(out, "manifest.json")),
  cp("icons", join(out, "icons"), { recursive: true, filter: (path) => !path.endsWith(".svg") }),
]);
