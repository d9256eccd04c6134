import { Module, type DynamicModule } from '@nestjs/common';
import { HttpModule } from '@zhaoguan/platform';
import { SystemModule, type SystemOptions } from './system.module';

/** The system with its HTTP interface. */
@Module({})
export class ApiModule {
  static forRoot(options: SystemOptions): DynamicModule {
    return { module: ApiModule, imports: [SystemModule.forRoot(options), HttpModule] };
  }
}
