import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@bw/kernel';
import {
  type Point,
  type Reading,
  type Scope,
  TwoTimes,
  UnclearPoint,
  UnreadableCut,
  type Wanted,
} from '@bw/projections';
import { Access, invalid, type KnownPlace, type Place, type Principal } from '@bw/service-shell';
import type { PointView } from './point.ts';

/** A reading that somebody asked for: what they may see of it, and where it stands. */
export interface Asked {
  readonly principal: Principal;
  readonly point: Point;
  readonly view: PointView;
  /** Narrowed to the caller's engagements. */
  readonly reading: Reading;
}

/** Opens readings for callers: the point they want, the walls around what they may see. */
@Injectable()
export class Readings {
  constructor(
    private readonly twoTimes: TwoTimes,
    private readonly access: Access,
  ) {}

  async open(principal: Principal, wanted: Wanted): Promise<Asked> {
    const [point, engagements] = await Promise.all([this.#point(principal, wanted), this.access.scope(principal)]);
    const view = {
      asOf: point.asOf,
      ...(wanted.knownAt !== undefined && { knownAt: wanted.knownAt }),
      cut: this.twoTimes.token(point.cut),
    };
    const scope: Scope = { tenant: principal.tenant, engagements };
    return { principal, point, view, reading: this.twoTimes.at(point, scope) };
  }

  /** 404 where the caller may not know of the place. */
  require<P extends Place>(principal: Principal, place: P): Promise<KnownPlace<P>> {
    return this.access.require(principal, 'read', place);
  }

  /**
   * What the house itself needs beside a reading that was allowed: calendars and clients belong to no engagement.
   * Never handed out as it is.
   */
  house(principal: Principal, point: Point): Reading {
    return this.twoTimes.at(point, { tenant: principal.tenant, engagements: 'all' });
  }

  /** The same reading at another business time: what is known stays. */
  async moved(asked: Asked, asOf: Instant): Promise<Asked> {
    const { principal, point } = asked;
    const engagements = await this.access.scope(principal);
    const reading = this.twoTimes.at({ ...point, asOf }, { tenant: principal.tenant, engagements });
    return { ...asked, point: { ...point, asOf }, view: { ...asked.view, asOf }, reading };
  }

  /** Facts of one engagement, which the caller was found to see, at another business time of the same reading. */
  ofEngagement({ principal, point }: Asked, engagement: Id, asOf: Instant = point.asOf): Reading {
    return this.twoTimes.at({ ...point, asOf }, { tenant: principal.tenant, engagements: [engagement] });
  }

  cut(token: string, pointer: string) {
    return this.#said(pointer, () => this.twoTimes.cut(token));
  }

  seesProviderCost({ principal }: Asked, place: Place): boolean {
    return this.access.seesProviderCost(principal, place);
  }

  async #point(principal: Principal, wanted: Wanted): Promise<Point> {
    try {
      return await this.twoTimes.resolve(principal.tenant, wanted);
    } catch (error) {
      if (error instanceof UnclearPoint) throw invalid('/cut', error.message);
      if (error instanceof UnreadableCut) {
        throw invalid(wanted.minPosition === error.given ? '/minPosition' : '/cut', error.why);
      }
      throw error;
    }
  }

  #said<T>(pointer: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof UnreadableCut) throw invalid(pointer, error.why);
      throw error;
    }
  }
}
