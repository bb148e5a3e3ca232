import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditQuery } from './audit.query.ts';

/** Who did what, and when. */
@Module({ controllers: [AuditController], providers: [AuditQuery] })
export class AuditModule {}
