import { Injectable } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { governances, termsKind, termsRegisters } from '../streams/kinds.ts';
import type { Agreements } from './content.ts';

/** What else was promised for an engagement, read from the streams themselves: nothing is behind. */
@Injectable()
export class AgreementsQuery {
  constructor(private readonly commands: Commands) {}

  async of(tenant: Id, engagement: Id): Promise<Agreements> {
    const [governance, register] = await Promise.all([
      this.commands.load(governances, tenant, engagement),
      this.commands.load(termsRegisters, tenant, engagement),
    ]);
    const all = await Promise.all(register.state.terms.map((id) => this.commands.load(termsKind, tenant, id)));
    // Registered first, drafted then: of terms that never came to be drafted there is only the name.
    return {
      governance: governance.state,
      terms: all.flatMap(({ state }) => (state.status === 'none' ? [] : [state])),
    };
  }
}
