/** Lines on a square of 16, drawn in the colour of the text beside them. */
export const ICONS = {
  mark: 'M9 1 4 9h4l-1 6 5-8H8z',
  home: 'M2 8l6-5.5L14 8M4 6.5V14h3v-4h2v4h3V6.5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zm4-1 4 4',
  menu: 'M2 4h12M2 8h12M2 12h12',
  copy: 'M5.5 5.5v-4h9v9h-4m-9-5h9v9h-9z',
  done: 'M2 8.5 6 12.5 14 3.5',
} as const;
export type IconName = keyof typeof ICONS;
