import { Module } from '@nestjs/common';
import { EvmModule } from '../evm/evm.module.ts';
import { ExplainController } from './explain.controller.ts';
import { ExplainQuery } from './explain.query.ts';

/** Why this number. */
@Module({ imports: [EvmModule], controllers: [ExplainController], providers: [ExplainQuery] })
export class ExplainModule {}
