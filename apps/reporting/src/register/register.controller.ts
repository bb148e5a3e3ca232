import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { EngagementParameters } from '../reading/engagement-parameters.ts';
import { pageThrough } from '../reading/paging.ts';
import { Readings } from '../reading/readings.ts';
import { RegisterQuery } from './register.query.ts';
import { RegisterView } from './register.views.ts';

@Allows('member')
@Controller('register')
export class RegisterController {
  constructor(
    private readonly readings: Readings,
    private readonly register: RegisterQuery,
  ) {}

  /** The risk register of an engagement. */
  @Get()
  @Answers(RegisterView)
  async list(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { engagement }: EngagementParameters,
  ): Promise<RegisterView> {
    await this.readings.require(principal, { engagement });
    const { view, reading } = await this.readings.open(principal, wanted);
    const [risks, policy] = await Promise.all([
      this.register.risks(reading, engagement),
      this.register.policy(reading, engagement),
    ]);
    return { point: view, ...(policy && { policy }), ...pageThrough(risks, page) };
  }
}
