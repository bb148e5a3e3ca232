import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Clock } from '@bw/event-store';
import { Directory } from '../access/directory.ts';
import { type Principal, rolesOf } from '../access/principal.ts';
import { ServiceConfig } from '../config/service-config.ts';
import { Problem } from '../http/problem.ts';
import { contextOf, headerOf, setContext } from '../http/request-context.ts';
import { type Allowed, ALLOWED, OPERATIONS, PUBLIC } from '../http/routes.ts';
import { Metrics } from '../operations/metrics.ts';
import { positionsOf, wantedOf } from '../http/query.ts';
import { Positions } from '../operations/positions.ts';
import { Throttle } from './throttle.ts';
import { Tokens, unauthenticated } from './tokens.ts';

/** Who calls, and may they call this route at all? What they may do to which thing is asked of `Access`. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
    private readonly throttle: Throttle,
    private readonly metrics: Metrics,
    private readonly positions: Positions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.#says(PUBLIC, context)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.#says(OPERATIONS, context)) return this.#forOperators(request);

    const principal = await this.#principalOf(request);
    const allowed = this.reflector.getAllAndOverride<readonly Allowed[] | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!allowed || !isAllowed(principal, allowed)) throw this.#denied('Your roles do not let you do this.');
    return true;
  }

  #says(statement: string, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(statement, [context.getHandler(), context.getClass()]) ?? false;
  }

  async #principalOf(request: FastifyRequest): Promise<Principal> {
    const bearer = await this.tokens.check(tokenOf(request));
    this.throttle.count(`${bearer.tenant}/${bearer.user}`);
    await this.#waitForOwnWrite(request);
    const { user, tenant, actingFor } = bearer;
    const memberships = await this.directory.membershipsOf(tenant, actingFor ?? user, this.clock.now().slice(0, 10));
    const administers = memberships.some(({ party, roles }) => party === 'provider' && roles.includes('tenant-admin'));
    const principal: Principal = {
      user,
      tenant,
      ...(actingFor && { actingFor }),
      isTenantAdmin: bearer.roles.includes('tenant-admin') || administers,
      memberships,
    };
    setContext(request, { ...contextOf(request), principal });
    return principal;
  }

  /** Somebody who has just been granted a membership elsewhere says so by `minPosition`. */
  async #waitForOwnWrite(request: FastifyRequest): Promise<void> {
    const { minPosition } = wantedOf(request);
    if (minPosition) await this.positions.waitFor(positionsOf(minPosition));
  }

  async #forOperators(request: FastifyRequest): Promise<boolean> {
    if (this.config.development) return true;
    const token = tokenOf(request);
    const { operationsToken } = this.config;
    if (operationsToken && isSame(token, operationsToken)) return true;
    if ((await this.#principalOf(request)).isTenantAdmin) return true;
    throw this.#denied('Operations are for administrators of the tenant and for holders of the operations token.');
  }

  #denied(detail: string): Problem {
    this.metrics.denied.inc();
    return new Problem({ code: 'FORBIDDEN', detail });
  }
}

function tokenOf(request: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(headerOf(request, 'authorization') ?? '') ?? [];
  if (!token) throw unauthenticated('The request carries no access token.');
  return token;
}

function isAllowed(principal: Principal, allowed: readonly Allowed[]): boolean {
  const held = rolesOf(principal);
  return allowed.some((one) => one === 'anyone' || (one === 'member' ? held.size > 0 : held.has(one)));
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
