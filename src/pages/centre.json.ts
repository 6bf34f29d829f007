import type { APIRoute } from "astro";
import { getCentre } from "../centre";
import { publicCentre } from "../machine-readable/public-centre";

/** The model, for programs. The build adds the texts of the pages. */
export const GET: APIRoute = async () => Response.json(publicCentre(await getCentre()));
