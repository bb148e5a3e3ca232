/** A frame of an event stream: its id, its type and its text. */
export interface Frame {
  readonly id?: string;
  readonly event?: string;
  readonly data: string;
}

/** Takes a stream's text in pieces of any size and gives its frames. Comments and empty frames are only a sign of life. */
export function sseParser(onFrame: (frame: Frame) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const parts = (rest + text.replaceAll('\r', '')).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const frame = frameOf(part);
      if (frame) onFrame(frame);
    }
  };
}

function frameOf(part: string): Frame | undefined {
  const fields = new Map<string, string[]>();
  for (const line of part.split('\n')) {
    const [, name = '', value = ''] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name) fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  const data = fields.get('data');
  return data && { id: fields.get('id')?.at(-1), event: fields.get('event')?.at(-1), data: data.join('\n') };
}
