import { all } from "./all.js";
import { compile, type Table } from "./compile.js";

/** The phrases as they are looked up. The build puts the result here, so that a page compiles nothing. */
export const table: Table = compile(all);
