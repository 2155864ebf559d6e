import { useMediaQuery } from '@mantine/hooks';

/** Whether there is room for a list and what is in one of its lines side by side. */
export const useLargeScreen = (): boolean => useMediaQuery('(min-width: 1700px)') ?? false;
