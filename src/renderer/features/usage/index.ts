export { BudgetNote } from './BudgetNote';
export { UsagePage } from './UsagePage';
