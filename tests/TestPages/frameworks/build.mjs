// Bundles one sign-in page a framework, each with the framework's real package, into the folder that is named.
import { build } from "esbuild";

const [out] = process.argv.slice(2);
if (!out) throw new Error("usage: node build.mjs FOLDER");

await build({
  entryPoints: ["react.jsx", "vue.js", "angular.js"],
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "chrome120",
  jsx: "automatic",
  define: {
    ngDevMode: "false",
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "true",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  alias: { vue: "vue/dist/vue.esm-bundler.js" },
  legalComments: "none",
  logLevel: "warning",
});
