import { z } from 'zod';
import type { FunctionTool } from '../../../ports';

/** The parts of a parameter's JSON schema that arguments are found by; anything else is left alone. */
const Property = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  format: z.string().optional(),
  items: z.looseObject({ type: z.string().optional() }).optional(),
});
const Parameters = z.looseObject({
  properties: z.record(z.string(), Property).optional(),
  required: z.array(z.string()).optional(),
});

export interface Parameter {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  nullable: boolean;
  required: boolean;
  description: string;
  options: (string | number | boolean)[];
  format: string;
}

export interface Callable {
  name: string;
  description: string;
  parameters: Parameter[];
}

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'] as const;

/** A function tool as something to call; a schema that cannot be read is one without parameters. */
export function callable({ function: { name, description, parameters } }: FunctionTool): Callable {
  const parsed = Parameters.safeParse(parameters ?? {});
  const { properties = {}, required = [] } = parsed.success ? parsed.data : {};
  return {
    name,
    description: description ?? '',
    parameters: Object.entries(properties).map(([key, property]): Parameter => {
      const types = [property.type ?? 'string'].flat();
      return {
        name: key,
        type: TYPES.find((one) => types.includes(one)) ?? 'string',
        nullable: types.includes('null'),
        required: required.includes(key),
        description: property.description ?? '',
        options: (property.enum ?? []).filter((one) => one !== null),
        format: property.format ?? '',
      };
    }),
  };
}
