import type { FeedEvent } from '../api/feed.ts';
import { fieldsOf } from './schema-fields.ts';
import { eventsSearch, isPattern } from './search.ts';
import { subscription } from './subscribe.ts';
import { holding, withMore } from './tail.ts';

const event = (feedsequence: number, data: Readonly<Record<string, unknown>> = {}) =>
  ({ feedsequence, id: `e${feedsequence}`, type: 'risk.RiskClosed', data }) as unknown as FeedEvent;
const numbers = (events: readonly FeedEvent[]) => events.map(({ feedsequence }) => feedsequence);

describe('the address of the events page', () => {
  it('keeps what it understands', () => {
    const search = { types: 'risk.*', engagement: 'e', text: 'late', event: 'i', type: 'risk.RiskClosed/1', start: 12 };
    expect(eventsSearch({ ...search, part: 'types' })).toEqual({ ...search, part: 'types' });
    expect(eventsSearch({ part: 'live', start: -1, text: '', types: {} })).toEqual({});
    expect(eventsSearch({ text: 2026 })).toEqual({ text: '2026' });
  });

  it('knows patterns of types', () => {
    expect(['risk.*', '*.Issue*, risk.RiskClosed', 'a%', ''].map(isPattern)).toEqual([true, true, false, false]);
  });
});

describe('the tail', () => {
  it('holds each event once, in order, and forgets the oldest', () => {
    expect(numbers(withMore([event(3), event(4)], [event(4), event(6), event(2)]))).toEqual([2, 3, 4, 6]);
    expect(numbers(withMore([event(1), event(2)], [event(3)], 2))).toEqual([2, 3]);
  });

  it('finds events by all of the words, wherever they stand', () => {
    const events = [event(1, { title: 'Late delivery' }), event(2, { title: 'Late' })];
    expect(numbers(holding(events, 'DELIVERY late'))).toEqual([1]);
    expect(numbers(holding(events, 'riskclosed'))).toEqual([1, 2]);
    expect(numbers(holding(events, ' '))).toEqual([1, 2]);
  });
});

describe('a subscription', () => {
  it('is the filter of the page, in words that a shell takes as they are', () => {
    expect(subscription({ types: "risk.*,a'b", engagement: 'e1' }, 7, 'https://bw.test')).toEqual({
      token: 'TOKEN=$(npx bw token integrator)',
      stream:
        'curl -N -H "Authorization: Bearer $TOKEN" \'https://bw.test/api/v1/events/stream?after=7&types=risk.*%2Ca%27b&engagement=e1\'',
      pages:
        'curl -N -H "Authorization: Bearer $TOKEN" \'https://bw.test/api/v1/events?after=7&types=risk.*%2Ca%27b&engagement=e1&wait=20\'',
      bw: String.raw`npx bw events tail --after 7 --types 'risk.*,a'\''b' --engagement e1`,
    });
    expect(subscription({}, 0, 'http://x').bw).toBe('npx bw events tail --after 0');
  });
});

describe('a schema', () => {
  it('is told field by field, those within others too', () => {
    const line = { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] };
    const schema = {
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid' },
        state: { enum: ['open', 'closed'] },
        lines: { type: 'array', items: line },
        counts: { type: 'object', additionalProperties: { type: 'integer' } },
        rating: line,
      },
      required: ['id', 'rating'],
    };
    expect(fieldsOf(schema).map(({ path, kind, isRequired }) => `${path}${isRequired ? '' : '?'}: ${kind}`)).toEqual([
      'id: uuid',
      'state?: open | closed',
      'lines?: object[]',
      'lines[].code: string',
      'counts?: { integer }',
      'rating: object',
      'rating.code: string',
    ]);
  });
});
