const ACRONYMS = /\b(kpi|sla)\b/g;

/** `scheduling.ProgressRecorded` for people: `Progress recorded`. */
export function inWords(type: string): string {
  const name = type.split('.').at(-1) ?? type;
  const words = name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replaceAll(ACRONYMS, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
