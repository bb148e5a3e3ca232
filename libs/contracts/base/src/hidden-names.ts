/** class-transformer leaves fields of these names out silently, so neither the rules nor a schema take them. */
export const HIDDEN_NAMES: ReadonlySet<string> = new Set(['constructor', '__proto__']);
