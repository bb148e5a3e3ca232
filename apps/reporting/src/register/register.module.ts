import { Module } from '@nestjs/common';
import { RegisterController } from './register.controller.ts';
import { RegisterQuery } from './register.query.ts';

/** What may happen, and what is done about it. */
@Module({ controllers: [RegisterController], providers: [RegisterQuery], exports: [RegisterQuery] })
export class RegisterModule {}
