import { Code, Flag, Hash, ListOf, OneOf, Text } from '@bw/contracts-base';
import { SIGNING_PARTIES, SignedSubject, type SigningParty } from '@bw/contracts-engagement';
import type { Alignment } from './alignment.ts';

export class SignAlignmentBody {
  @OneOf(...SIGNING_PARTIES) readonly party!: SigningParty;
  /** As the gate showed it: what was read is what is signed. */
  @Hash() readonly contentHash!: string;
}

class CheckItemView {
  @Code({ max: 80 }) readonly subject!: string;
  @Text(500) readonly problem!: string;
}

class CheckView {
  @Code() readonly id!: string;
  @Text(200) readonly title!: string;
  @Code() readonly capability!: string;
  @OneOf('passed', 'failed', 'not-in-use') readonly state!: 'passed' | 'failed' | 'not-in-use';
  @ListOf(() => CheckItemView, { max: 5000 }) readonly items!: readonly CheckItemView[];
}

class SignatureView {
  @OneOf(...SIGNING_PARTIES) readonly party!: SigningParty;
  @Hash() readonly contentHash!: string;
  @Text(100) readonly by!: string;
  @ListOf(Code({ max: 80 }), { max: 5000 }) readonly changedSince!: readonly string[];
}

export class AlignmentView implements Alignment {
  @Hash() readonly contentHash!: string;
  @ListOf(() => SignedSubject, { max: 5000 }) readonly content!: readonly SignedSubject[];
  @Flag() readonly passed!: boolean;
  @ListOf(() => CheckView, { max: 50 }) readonly checks!: readonly CheckView[];
  @ListOf(() => SignatureView, { max: 2 }) readonly signatures!: readonly SignatureView[];
  @ListOf(Code({ max: 80 }), { max: 5000 }) readonly orphans!: readonly string[];
}
