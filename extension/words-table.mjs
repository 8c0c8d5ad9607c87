import { build } from "esbuild";

/** Puts the table of `src/detector/words/` into the bundle, made, in the place of what makes it. */
export const wordsTable = {
  name: "words-table",
  setup(bundle) {
    bundle.onLoad({ filter: /detector\/words\/table\.ts$/ }, async ({ path }) => {
      const made = await build({ entryPoints: [path], bundle: true, format: "esm", write: false, charset: "utf8" });
      const module = `data:text/javascript;base64,${Buffer.from(made.outputFiles[0].contents).toString("base64")}`;
      const { table } = await import(module);
      return { contents: `export const table = ${JSON.stringify(table)};`, loader: "ts" };
    });
  },
};
