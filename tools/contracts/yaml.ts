/** YAML of plain data, block style. Every text is quoted as in JSON, which YAML reads the same. */
export function toYaml(value: unknown): string {
  return `${lines(value).join('\n')}\n`;
}

function lines(value: unknown): readonly string[] {
  if (Array.isArray(value))
    return value.length === 0 ? ['[]'] : value.flatMap((item) => nested('-', lines(item), isNested(item)));
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return ['{}'];
  return entries.flatMap(([name, inner]) => {
    const inside = lines(inner);
    if (!isNested(inner)) return [`${keyOf(name)}: ${inside.join('')}`];
    return [`${keyOf(name)}:`, ...inside.map((line) => `  ${line}`)];
  });
}

/** A list's item: its first line behind the dash, the others below. */
function nested(mark: string, inside: readonly string[], isBlock: boolean): readonly string[] {
  const [first = '', ...rest] = inside;
  return isBlock ? [`${mark} ${first}`, ...rest.map((line) => `  ${line}`)] : [`${mark} ${first}`];
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function keyOf(name: string): string {
  return /^[A-Za-z][\w-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(name)
    ? name
    : JSON.stringify(name);
}
