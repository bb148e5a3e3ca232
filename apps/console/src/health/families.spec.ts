import type { Colour, Reason } from '../api/views.ts';
import { familiesOf } from './families.ts';

const reason = (family: string, colour: Colour): Reason => ({ family, colour, code: 'X', text: 'x' });

describe('health by family', () => {
  it('is the gravest of its reasons, which stands first', () => {
    const [schedule] = familiesOf({ colour: 'red', reasons: [reason('schedule', 'green'), reason('schedule', 'red')] });
    expect([schedule?.colour, schedule?.reasons.map(({ colour }) => colour)]).toEqual(['red', ['red', 'green']]);
  });

  it('is not known without a measurement, but in order without open matters', () => {
    expect(familiesOf({ colour: 'unknown', reasons: [] }).map(({ family, colour }) => [family, colour])).toEqual([
      ['schedule', 'unknown'],
      ['cost', 'unknown'],
      ['issues', 'green'],
      ['risks', 'green'],
      ['decisions', 'green'],
    ]);
  });
});
