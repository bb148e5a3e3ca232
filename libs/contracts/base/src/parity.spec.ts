import {
  Amount,
  BasisPoints,
  CivilDay,
  Code,
  contractSet,
  Count,
  CurrencyCode,
  Decimal,
  EventContract,
  Flag,
  Hash,
  Id,
  Instant,
  ListOf,
  MapOf,
  Minutes,
  Nested,
  OneOf,
  Optional,
  sample,
  SignedMinutes,
  Text,
  TimeOfDay,
  ZoneName,
} from './index.ts';
import { describeContracts } from './testing.ts';

class Shift {
  @OneOf(1, 2, 3) readonly weekday!: number;
  @TimeOfDay() readonly from!: string;
  @Optional() @TimeOfDay() readonly to?: string;
}

@EventContract({ type: 'doors.EverythingHappened', version: 1, about: 'Every kind of field at once.' })
class EverythingHappened {
  @Id() readonly id!: string;
  @Id({ optional: true }) readonly parent?: string;
  @Text(10) readonly title!: string;
  @Code() readonly code!: string;
  @Instant() readonly at!: string;
  @CivilDay() readonly day!: string;
  @ZoneName() readonly zone!: string;
  @Minutes() readonly effort!: number;
  @SignedMinutes() readonly lag!: number;
  @Amount() readonly amount!: number;
  @CurrencyCode() readonly currency!: string;
  @BasisPoints() readonly share!: number;
  @Count({ min: 1, max: 4 }) readonly severity!: number;
  @Decimal() readonly ratio!: string;
  @Hash() readonly hash!: string;
  @OneOf('up', 'down') readonly direction!: 'up' | 'down';
  @Flag() readonly open!: boolean;
  @Nested(() => Shift) readonly shift!: Shift;
  @Nested(() => Shift, { optional: true }) readonly spare?: Shift;
  @ListOf(() => Shift, { max: 3, min: 1 }) readonly shifts!: readonly Shift[];
  @ListOf(Id(), { max: 3, unique: true }) readonly ids!: readonly string[];
  @ListOf(OneOf('a', 'b'), { max: 3, optional: true }) readonly letters?: readonly string[];
  @MapOf(Count(), { max: 3 }) readonly counts!: Readonly<Record<string, number>>;
}

const ID = '01931b7c-5a10-7c44-8f5e-2b7d0c9e4a11';
const everything = sample(EverythingHappened, {
  id: ID,
  title: 'Go-live 😀',
  code: 'IT-42/1.0',
  at: '2026-03-29T07:00:00.000Z',
  day: '2026-03-29',
  zone: 'Europe/Warsaw',
  effort: 480,
  lag: -60,
  amount: -1250,
  currency: 'EUR',
  share: 2500,
  severity: 2,
  ratio: '-0.9500000000',
  hash: 'ab'.repeat(32),
  direction: 'up',
  open: true,
  shift: { weekday: 1, from: '22:00', to: '06:00' },
  shifts: [{ weekday: 2, from: '08:00' }],
  ids: [ID],
  letters: ['a', 'a'],
  counts: { activities: 44 },
});

describeContracts(contractSet('doors', [EverythingHappened], [everything]));
