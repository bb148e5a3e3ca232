import type { Type } from '@nestjs/common';
import type { ContractCatalogue } from '@bw/contracts-base';
import type { OnWatermark } from '@bw/messaging';
import type { MigrationInterface } from 'typeorm';
import type { Refusals } from '../http/refusals.ts';
import type { ServiceLogger } from '../operations/logger.ts';

/** A TypeORM migration; its name ends in a 13-digit number. */
export type MigrationClass = new () => MigrationInterface;

/** Told in the consumer's transaction that a source's log, up to a position, is all there was at an instant. */
export interface WatermarkListener {
  onWatermark(...watermark: Parameters<OnWatermark>): Promise<void>;
}

/** What a service is made of; everything else is the same for all and comes from the shell. */
export interface ServiceParts {
  /** The service's root module: lists its capabilities. */
  readonly module: Type;
  /** Its own events and those of the services that it consumes. */
  readonly contracts: ContractCatalogue;
  /** Its own tables; those of the libraries are there already. */
  readonly migrations?: readonly MigrationClass[];
  /** What else its owner has to do after the migrations of a release, before anything is taken in. */
  readonly prepare?: (owner: { readonly ownerUrl: string; readonly logger: ServiceLogger }) => Promise<void>;
  /** TypeORM entities of its local tables. */
  readonly entities?: readonly Type[];
  /** The services whose events it takes in. */
  readonly consumes?: readonly string[];
  /** Injection token of what listens to watermarks: how far, at which time, a consumed log is complete. */
  readonly watermarks?: Type<WatermarkListener>;
  /** How the refusals of its deciders are told: one list per capability. */
  readonly refusals?: readonly Refusals[];
  /** One sentence for the head of its OpenAPI document. */
  readonly about?: string;
}
