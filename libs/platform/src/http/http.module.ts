import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { OpsController } from './ops.controller';

/** Health, metrics and idempotency; imported by processes that speak HTTP. */
@Module({ imports: [DiscoveryModule], controllers: [OpsController], providers: [IdempotencyInterceptor] })
export class HttpModule {}
