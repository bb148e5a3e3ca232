import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type Delivery, OnEvents } from '@bw/messaging';
import { Directory } from './directory.ts';

/** Keeps the service's directory. List it among the controllers of every service that consumes `engagement`. */
@Controller()
export class DirectoryConsumer {
  constructor(private readonly directory: Directory) {}

  @OnEvents('engagement')
  on(@Payload() _: unknown, @Ctx() { event, tx }: Delivery): Promise<void> {
    return this.directory.apply(event, tx);
  }
}
