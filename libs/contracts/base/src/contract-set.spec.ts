import { ValidateBy } from 'class-validator';
import {
  ContractCatalogue,
  contractSet,
  ContractViolation,
  EventContract,
  field,
  Id,
  ListOf,
  MapOf,
  Count,
  Nested,
  Optional,
  Picked,
  readAs,
  sample,
  schemaOf,
  Text,
  UnknownContract,
  Without,
} from './index.ts';
import { expectParity } from './testing.ts';

const ID = '01931b7c-5a10-7c44-8f5e-2b7d0c9e4a11';

class Hinge {
  @Text(10) readonly metal!: string;
}

@EventContract({ type: 'doors.DoorHung', version: 1, about: 'A door was hung.' })
class DoorHungOnce {
  @Id() readonly doorId!: string;
}

@EventContract({ type: 'doors.DoorHung', version: 2, about: 'A door was hung, with hinges.' })
class DoorHung extends DoorHungOnce {
  @ListOf(() => Hinge, { max: 2 }) readonly hinges!: readonly Hinge[];
  @Optional() @Nested(() => Hinge) readonly spare?: Hinge;
}

const doors = contractSet(
  'doors',
  [DoorHungOnce, DoorHung],
  [sample(DoorHungOnce, { doorId: ID }), sample(DoorHung, { doorId: ID, hinges: [{ metal: 'iron' }] })],
);

describe('a set of contracts', () => {
  it('knows its events, by type and version', () => {
    expect(doors.versionOf('doors.DoorHung')).toBe(2);
    expect(doors.knows('doors.DoorHung', 3)).toBe(false);
    expect(doors.sampleOf('doors.DoorHung', 1)).toEqual({ doorId: ID });
    expect(doors.get('doors.DoorHung')).toMatchObject({
      owner: 'doors',
      about: 'A door was hung, with hinges.',
      personal: [],
    });
    expect(() => doors.versionOf('doors.DoorShut')).toThrow(new UnknownContract('doors.DoorShut'));
  });

  it('checks data by the version that it claims', () => {
    const check = (version: number, data: unknown) => () => doors.check({ type: 'doors.DoorHung', version, data });
    expect(check(1, { doorId: ID })).not.toThrow();
    expect(check(2, { doorId: ID })).toThrow(ContractViolation);
    expect(check(9, { doorId: ID })).toThrow(UnknownContract);
    expect(check(2, { doorId: ID, hinges: [{ metal: 'iron' }, { metal: '', colour: 'red' }] })).toThrow(
      expect.objectContaining({
        problems: [
          { pointer: '/hinges/1/colour', code: 'unknown-field', detail: 'is no field of this object' },
          expect.objectContaining({ pointer: '/hinges/1/metal', code: 'minLength' }),
        ],
      }),
    );
  });

  it('joins others', () => {
    @EventContract({ type: 'walls.WallBuilt', version: 1, about: 'A wall was built.' })
    class WallBuilt {}
    const walls = contractSet('walls', [WallBuilt], [sample(WallBuilt, {})]);
    expect(ContractCatalogue.join(doors, walls, doors).contracts).toHaveLength(3);
  });

  it('is refused where it is not complete', () => {
    expect(() => contractSet('doors', [DoorHung], [])).toThrow('doors.DoorHung version 2 has no sample.');
    expect(() => contractSet('walls', [DoorHung], [sample(DoorHung, { doorId: ID, hinges: [] })])).toThrow(
      'does not belong to walls',
    );
    expect(() => contractSet('doors', [Hinge], [])).toThrow('Hinge has no @EventContract');
    expect(() => EventContract({ type: 'doors.hung', version: 1, about: '' })).toThrow('is no event name');
    expect(() => EventContract({ type: 'doors.DoorHung', version: 0, about: '' })).toThrow('whole number from 1');
  });
});

describe('a part of a class', () => {
  class Body extends Without(DoorHung, 'doorId') {}
  class JustId extends Picked(DoorHung, 'doorId') {}

  it('keeps rules and schema of its fields', () => {
    expect(Object.keys(schemaOf(Body).properties)).toEqual(['hinges', 'spare']);
    expect(schemaOf(Body).required).toEqual(['hinges']);
    expect(schemaOf(JustId).required).toEqual(['doorId']);
    expect(readAs(Body, { hinges: [{ metal: 'iron' }] })).toEqual({ value: { hinges: [{ metal: 'iron' }] } });
    expect(readAs(Body, { hinges: [{ metal: 'iron' }], spare: {} })).toMatchObject({
      problems: [{ pointer: '/spare/metal', code: 'required' }],
    });
  });

  it('refuses lists and maps that no schema of ours can say', () => {
    expect(() =>
      ListOf(
        ListOf(() => Hinge, { max: 1 }),
        { max: 1 },
      ),
    ).toThrow('class of its own');
    expect(() => ListOf(() => Hinge, { max: 1, unique: true })).toThrow('Only values');
    expect(() =>
      MapOf(
        Nested(() => Hinge),
        { max: 1 },
      ),
    ).toThrow('make it a list');
    expect(() => MapOf(Count(), { max: 1 })).not.toThrow();
  });
});

it('notices where the validator and the schema disagree', () => {
  const loose = field({
    name: 'loose',
    says: '',
    schema: () => ({ type: 'string', maxLength: 5 }),
    check: (value) => typeof value === 'string',
  });
  class Loose {
    @loose readonly text!: string;
  }
  class Strict {
    @Text(5) @ValidateBy({ name: 'never', validator: { validate: () => false } }) readonly text!: string;
  }
  const good = { text: 'abc' };
  expect(() => expectParity({ dataClass: Loose, schema: schemaOf(Loose), sample: good })).toThrow(/good to the rules/);
  expect(() => expectParity({ dataClass: Strict, schema: schemaOf(Strict), sample: good })).toThrow(
    /good to the schema/,
  );
});
