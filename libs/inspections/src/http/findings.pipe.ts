import { Injectable, type PipeTransform } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { validationPipe } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { FindingInputDto } from './tasks.dto';

class Findings {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => FindingInputDto)
  findings!: FindingInputDto[];
}

const WRAPPER = '/findings';

/** The body is the list itself, so a pointer begins with the place in it: `/0/outcome`. */
@Injectable()
export class FindingsPipe implements PipeTransform<unknown, Promise<FindingInputDto[]>> {
  private readonly pipe = validationPipe();

  async transform(body: unknown): Promise<FindingInputDto[]> {
    try {
      const wrapped: unknown = await this.pipe.transform(
        { findings: body },
        { type: 'body', metatype: Findings },
      );
      return (wrapped as Findings).findings;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields = error.fields.map((field) => ({
        ...field,
        pointer: field.pointer.slice(WRAPPER.length),
      }));
      throw refuse('VALIDATION_FAILED', {}, fields);
    }
  }
}
