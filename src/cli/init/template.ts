/** A template: the parts of a first workspace that depend on the trade. `{{year}}` and `{{before}}` are filled in. */
export interface Template {
  /** "a retailer" */
  readonly title: string;
  /** Sites, rooms, departments, roles, facilitators. */
  readonly people: string;
  /** Stages of the customer's journey. */
  readonly journey: string;
  /** Modules of single departments, to stand below `modules:`. */
  readonly learning: string;
}
