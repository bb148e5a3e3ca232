import { type Frame, sseParser } from './sse.ts';

const framesOf = (...pieces: readonly string[]): readonly Frame[] => {
  const frames: Frame[] = [];
  const feed = sseParser((frame) => frames.push(frame));
  for (const piece of pieces) feed(piece);
  return frames;
};

describe('an event stream', () => {
  it('is read in pieces of any size', () => {
    const text = 'retry: 1000\n\nid: 7\nevent: risk.RiskClosed\ndata: {"a":1}\n\n: still here\n\nid: 8\ndata: x\n\n';
    const whole = [
      { id: '7', event: 'risk.RiskClosed', data: '{"a":1}' },
      { id: '8', event: undefined, data: 'x' },
    ];
    expect(framesOf(text)).toEqual(whole);
    expect(framesOf(...text)).toEqual(whole);
  });

  it('keeps what is not complete yet', () => {
    expect(framesOf('id: 1\ndata: half')).toEqual([]);
  });
});
