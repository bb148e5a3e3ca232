import { Module } from '@nestjs/common';
import { EvmModule } from '../evm/evm.module.ts';
import { RestatementsController } from './restatements.controller.ts';
import { RestatementsQuery } from './restatements.query.ts';

/** As reported, as known now, and the difference. */
@Module({ imports: [EvmModule], controllers: [RestatementsController], providers: [RestatementsQuery] })
export class RestatementsModule {}
