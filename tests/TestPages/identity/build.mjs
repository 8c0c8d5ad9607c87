// Bundles the provider with its package into one file, in the folder that is named.
import { build } from "esbuild";

const [out] = process.argv.slice(2);
if (!out) throw new Error("usage: node build.mjs FOLDER");

await build({
  entryPoints: ["provider.mjs"],
  outfile: `${out}/provider.mjs`,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Some of its packages ask for Node's own in the old way.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  legalComments: "none",
  logLevel: "warning",
});
