// Bundles the extension: node build.mjs OUT_DIRECTORY DETECTOR_FILE
import { cp, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const [out, detector] = process.argv.slice(2);
if (!out || !detector) {
  console.error("usage: node build.mjs OUT_DIRECTORY DETECTOR_FILE");
  process.exit(2);
}

const common = {
  bundle: true,
  format: "iife",
  target: "chrome120",
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await mkdir(dirname(detector), { recursive: true });

await Promise.all([
  build({ ...common, entryPoints: ["src/worker/main.ts"], outfile: join(out, "worker.js") }),
  build({ ...common, entryPoints: ["src/content/main.ts"], outfile: join(out, "content.js") }),
  build({ ...common, entryPoints: ["src/detector/global.ts"], outfile: detector }),
  cp("manifest.json", join(out, "manifest.json")),
  cp("icons", join(out, "icons"), { recursive: true, filter: (path) => !path.endsWith(".svg") }),
]);
