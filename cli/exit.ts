/** Exit codes beside those of a verdict (wire/assessment.ts); 64 and 70 as in sysexits.h. */
export const EXIT_BAD_INPUT = 64
export const EXIT_DEFECT = 70
