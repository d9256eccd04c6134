import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { AppConfig } from '../config';
import { CalendarController } from '../reference/calendar.controller';
import { DistrictsController } from '../reference/districts.controller';
import { RegimesController } from '../reference/regimes.controller';
import { CONFIG } from '../tokens';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { InstallationController } from './installation.controller';
import { OpsController } from './ops.controller';
import { rateLimits, RateLimitGuard } from './rate-limit.guard';
import { RateLimitStorage } from './rate-limit.storage';
import { UploadsController } from './uploads.controller';

@Module({ providers: [RateLimitStorage], exports: [RateLimitStorage] })
class RateLimitStorageModule {}

/** Health, metrics, idempotency and rate limits; imported by processes that take writes over HTTP. */
@Module({
  imports: [
    DiscoveryModule,
    ThrottlerModule.forRootAsync({
      imports: [RateLimitStorageModule],
      inject: [CONFIG, RateLimitStorage],
      useFactory: (config: AppConfig, storage: RateLimitStorage) => rateLimits(config, storage),
    }),
  ],
  controllers: [
    OpsController,
    InstallationController,
    DistrictsController,
    CalendarController,
    RegimesController,
    UploadsController,
  ],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
})
export class HttpModule {}
