import { readDraft } from './use-draft.ts';

const storage = (text: string | null) => ({ getItem: () => text });

describe('a draft', () => {
  it('is what was typed before', () => {
    expect(readDraft(storage('{"title":"Late hardware","likelihood":"4"}'), 'k')).toEqual({
      title: 'Late hardware',
      likelihood: '4',
    });
  });

  it('is nothing where nothing was typed, or nothing of use', () => {
    for (const text of [null, '', '{', '"text"', 'null', '{"title":7}'])
      expect(readDraft(storage(text), 'k')).toEqual({});
  });
});
