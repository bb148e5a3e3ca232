import { Controller, Get } from '@nestjs/common';
import { Count, MapOf } from '@bw/contracts-base';
import { Answers, Operations } from '../http/routes.ts';
import { Positions } from './positions.ts';

class ServiceStanding {
  @Count() readonly log!: number;
  @MapOf(Count(), { max: 20 }) readonly consumed!: Readonly<Record<string, number>>;
  @Count() readonly pending!: number;
}

@Operations()
@Controller('positions')
export class PositionsController {
  constructor(private readonly positions: Positions) {}

  @Get()
  @Answers(ServiceStanding)
  read(): Promise<ServiceStanding> {
    return this.positions.standing();
  }
}
