import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { Directory } from '@bw/service-shell';

/** To whom a stream belongs, for what the service does by itself: an engagement and, where it is known, its client. */
@Injectable()
export class Places {
  constructor(private readonly directory: Directory) {}

  async of(tenant: Id, engagement: Id): Promise<{ readonly engagement: Id; readonly client?: Id }> {
    const known = await this.directory.engagement(tenant, engagement);
    return { engagement, ...(known && { client: known.client }) };
  }
}
