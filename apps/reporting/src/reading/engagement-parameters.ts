import { Id } from '@bw/contracts-base';

/** Which engagement. */
export class EngagementParameters {
  @Id() readonly engagement!: string;
}
