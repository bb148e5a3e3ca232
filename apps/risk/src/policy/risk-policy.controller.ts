import { Count, Id, ListOf, Nested, Picked } from '@bw/contracts-base';
import { MatrixRow, RiskAppetite, RiskPolicyAgreed, RiskScales } from '@bw/contracts-risk';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  Caller,
  IdParam,
  IfMatch,
  IssuedNow,
  type Principal,
  Problem,
  type Refusals,
  refusals,
  reply,
  versioned,
} from '@bw/service-shell';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { riskPolicies } from '../streams.ts';
import type { RiskPolicyRefusal } from './risk-policy.decider.ts';

/** The scales, the matrix and the appetite that an engagement is to have. */
export class RiskPolicyBody extends Picked(RiskPolicyAgreed, 'scales', 'matrix', 'appetite') {}

export class RiskPolicyView {
  @Id() readonly engagementId!: string;
  @Nested(() => RiskScales) readonly scales!: RiskScales;
  @ListOf(() => MatrixRow, { min: 5, max: 5 }) readonly matrix!: readonly MatrixRow[];
  @Nested(() => RiskAppetite) readonly appetite!: RiskAppetite;
  @Count({ min: 1 }) readonly version!: number;
}

/** An engagement's scales, matrix and appetite for risks. */
@Controller('risk-policies/:engagement')
export class RiskPolicyController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  @Get()
  @Allows('member')
  @Answers(RiskPolicyView, { etag: true })
  async read(@IdParam('engagement') engagement: string, @Caller() caller: Principal) {
    await this.access.require(caller, 'read', { engagement });
    const { state, version } = await this.commands.load(riskPolicies, caller.tenant, engagement);
    if (state.status === 'none') throw noPolicy(engagement, 'NOT_FOUND');
    const { status: _, ...policy } = state;
    return versioned(policy, version);
  }

  @Put()
  @Allows('director', 'project-manager')
  @AnswersCommand('Agreed as the first policy, or amended.')
  async set(
    @IdParam('engagement') engagement: string,
    @Body() body: RiskPolicyBody,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const place = await this.access.require(caller, 'manage', { engagement });
    const { version } = await this.commands.load(riskPolicies, caller.tenant, engagement);
    if (version > 0 && expectedVersion === undefined) {
      const hint = 'Read the policy and send its ETag as If-Match.';
      throw new Problem({ code: 'PRECONDITION_REQUIRED', detail: 'The engagement has a policy already.', hint });
    }
    const command = { type: 'SetRiskPolicy', data: { ...body, engagementId: engagement }, issued } as const;
    const target = { id: engagement, ...place };
    return reply(
      await this.commands.run(riskPolicies, target, command, issued, {
        ...(expectedVersion !== undefined && { expectedVersion }),
      }),
    );
  }
}

/** Nothing to read, or nothing to score by. */
export function noPolicy(engagement: string, code: 'NOT_FOUND' | 'STATE_CONFLICT'): Problem {
  const hint = `It gets the default one when it is agreed; until then set one: PUT /api/v1/risk-policies/${engagement}.`;
  return new Problem({ code, detail: `The engagement ${engagement} has no risk policy yet.`, hint });
}

export const riskPolicyRefusals: Refusals = refusals<RiskPolicyRefusal>({
  'scale-not-in-order': {
    code: 'VALIDATION',
    detail: 'The steps of a scale are not 1 to 5 with rising anchors.',
    hint: 'Give five steps, levels 1 to 5 in order, each anchored above the one before.',
  },
  'matrix-not-in-order': {
    code: 'VALIDATION',
    detail: 'The rows of the matrix are not those of likelihood 1 to 5, in order.',
  },
  'matrix-not-monotone': {
    code: 'VALIDATION',
    detail: 'A cell of the matrix scores less than its neighbour of lower likelihood or lower impact.',
    hint: 'More likelihood or more impact never means a lower score.',
  },
  'appetite-not-in-order': {
    code: 'VALIDATION',
    detail: 'The bands of the appetite do not rise.',
    hint: 'Give the bands in order, each up to a higher score than the one before.',
  },
});
