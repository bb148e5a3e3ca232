/**
 * For the test suites of contracts: `describeContracts(riskContracts)` proves that every sample is good, and that the
 * validator of HTTP and the schema of the bus agree on values good and bad. Needs Jest's globals.
 */
import * as fc from 'fast-check';
import type { Contract, ContractCatalogue } from './contract-catalogue.ts';
import { compileSchema } from './schema-check.ts';
import { spoilt, valuesOf } from './testing-values.ts';
import { readAs } from './valid.ts';

declare const describe: (name: string, suite: () => void) => void;
declare const it: (name: string, test: () => void) => void;

export { spoilt, valuesOf } from './testing-values.ts';

/** One line per contracts project. */
export function describeContracts(catalogue: ContractCatalogue): void {
  for (const contract of catalogue.contracts) {
    describe(`${contract.type} version ${contract.version}`, () => {
      it('has a good sample', () => catalogue.check({ ...contract, data: contract.sample }));
      it('means the same to the validator and to the schema', () => expectParity(contract));
    });
  }
}

/** Throws, with the smallest example found, where class-validator and JSON Schema disagree on a value. */
export function expectParity({ dataClass, schema, sample }: Pick<Contract, 'dataClass' | 'schema' | 'sample'>): void {
  const check = compileSchema(schema);
  const values = fc.oneof(valuesOf(schema), spoilt(valuesOf(schema)), spoilt(fc.constant(sample)), fc.jsonValue());
  fc.assert(
    fc.property(values, (made) => {
      const value: unknown = JSON.parse(JSON.stringify(made)); // what travels is JSON
      const bySchema = check(value);
      const byRules = readAs(dataClass, value);
      const rulesAgree = 'value' in byRules;
      if ((bySchema.length === 0) === rulesAgree) return;
      const verdict = rulesAgree
        ? `good to the rules, to the schema ${said(bySchema)}`
        : `good to the schema, to the rules ${said(byRules.problems)}`;
      throw new Error(`${JSON.stringify(value)} is ${verdict}`);
    }),
    { numRuns: 60, includeErrorInReport: true },
  );
  fc.assert(
    fc.property(valuesOf(schema), (value) => check(JSON.parse(JSON.stringify(value))).length === 0),
    { numRuns: 20, includeErrorInReport: true },
  );
}

function said(problems: readonly { pointer: string; code: string }[]): string {
  return problems.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
}
