// Bundles the extension into artifacts/extension/, and the detector alone into artifacts/detector.js. What goes into every
// page is minified: reading the rest would be a quarter of what it costs other pages.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
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
  cp("icons", join(out, "icons"), { recursive: true, filter: (path) => !path.endsWith(".svg") }),
]);

// A profile keeps the worker that it has run, until both its name and the version are others: a build that differs has its own.
const manifest = JSON.parse(await readFile("manifest.json", "utf8"));
const worker = `worker-${(await hashOf(join(out, manifest.background.service_worker))).toString("hex", 0, 4)}.js`;
await rename(join(out, manifest.background.service_worker), join(out, worker));
const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
// A part of a version is a number up to 65535.
const number = (
  await hashOf("manifest.json", ...files.map((file) => join(file.parentPath, file.name)).sort())
).readUInt16BE();
await writeFile(
  join(out, "manifest.json"),
  `${JSON.stringify(
    {
      ...manifest,
      version: `${manifest.version}.${number}`,
      version_name: manifest.version,
      background: { service_worker: worker },
    },
    null,
    2,
  )}\n`,
);

async function hashOf(...paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest();
}
