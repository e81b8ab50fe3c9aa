/** What is read of workbooks with, and no more: a library that is asked for as a whole is loaded as a whole. */
export { readXlsx, streamXlsxRows } from 'hucre/xlsx';
