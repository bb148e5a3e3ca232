import { Picked } from '@bw/contracts-base';
import { IntakeItemRejected, IntakeItemWaived, IntakeStatement } from '@bw/contracts-engagement';

export class IntakeStatementBody extends IntakeStatement {}
export class RejectIntakeItemBody extends Picked(IntakeItemRejected, 'reason') {}
export class WaiveIntakeItemBody extends Picked(IntakeItemWaived, 'concerns', 'reason') {}
