import type { Case } from './case';
import { fieldCases } from './field-cases';
import { officeCases } from './office-cases';
import { orderCases } from './order-cases';
import { employeeCases, ticketCases } from './people-cases';
import { salesCases } from './sales-cases';
import { shopCases } from './shop-cases';
import { spokenCases } from './spoken-cases';
import { expenseCases, inventoryCases, sensorCases } from './thing-cases';

export const cases = (): Case[] => [
  ...salesCases(),
  ...orderCases(),
  ...employeeCases(),
  ...ticketCases(),
  ...sensorCases(),
  ...inventoryCases(),
  ...expenseCases(),
  ...shopCases(),
  ...officeCases(),
  ...fieldCases(),
  ...spokenCases(),
];
