import { Controller, HttpCode, Post } from '@nestjs/common';
import { Count, Flag, ListOf, Text } from '@bw/contracts-base';
import { Answers, Operations } from '@bw/service-shell';
import { FactRebuild } from './fact-rebuild.ts';

class ProvenTable {
  @Text(100) readonly table!: string;
  @Count() readonly rows!: number;
  @Text(100) readonly live!: string;
  @Text(100) readonly rebuilt!: string;
}

class ProofView {
  @Flag() readonly equal!: boolean;
  @ListOf(() => ProvenTable, { max: 20 }) readonly tables!: readonly ProvenTable[];
}

@Operations()
@Controller('ops/reporting/facts')
export class FactsController {
  constructor(private readonly rebuild: FactRebuild) {}

  /** Tells all facts anew beside the live ones and compares their hashes. Ask while nothing is being taken in. */
  @Post('proof')
  @HttpCode(200)
  @Answers(ProofView)
  async prove(): Promise<ProofView> {
    const { equal, live, rebuilt } = await this.rebuild.prove();
    const tables = Object.entries(live).map(([table, { rows, hash }]) => ({
      table,
      rows,
      live: hash,
      rebuilt: rebuilt[table]?.hash ?? '',
    }));
    return { equal, tables };
  }
}
