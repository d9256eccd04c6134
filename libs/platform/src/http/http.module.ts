import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { OpsController } from './ops.controller';

/** Health, metrics and idempotency; imported by processes that take writes over HTTP. */
@Module({
  imports: [DiscoveryModule],
  controllers: [OpsController],
  providers: [{ provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
})
export class HttpModule {}
