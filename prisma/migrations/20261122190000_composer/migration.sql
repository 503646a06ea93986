-- AlterTable
ALTER TABLE "list_template" ADD COLUMN     "last_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_row_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "times_used" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "list_template_version" (
    "template_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "draft" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,
    "restored_from" INTEGER,
    "changed_sent_row_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "list_template_version_pkey" PRIMARY KEY ("template_id","version")
);

-- CreateTable
CREATE TABLE "unsaved_draft" (
    "user_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "base_version" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "tab" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unsaved_draft_pkey" PRIMARY KEY ("user_id","place")
);

-- CreateTable
CREATE TABLE "share_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "template_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "view_count" INTEGER NOT NULL DEFAULT 0,
    "last_viewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_created_by_id_created_at_idx" ON "share_link"("created_by_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "share_link_template_id_idx" ON "share_link"("template_id");

-- CreateIndex
CREATE INDEX "share_link_expires_at_idx" ON "share_link"("expires_at");

-- CreateIndex
CREATE INDEX "list_template_tags_idx" ON "list_template" USING GIN ("tags");

-- AddForeignKey
ALTER TABLE "list_template_version" ADD CONSTRAINT "list_template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "list_template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_template_version" ADD CONSTRAINT "list_template_version_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsaved_draft" ADD CONSTRAINT "unsaved_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "list_template"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What is saved is each list's newest version.
INSERT INTO "list_template_version" ("template_id", "version", "draft", "saved_at", "saved_by_id")
SELECT "id", "version", "draft", "updated_at", "updated_by_id" FROM "list_template";

-- What was sent before this counts too.
UPDATE "list_template" AS t SET "times_used" = u."times", "last_sent_at" = u."last"
FROM (
  SELECT "template_id", count(*) FILTER (WHERE "resend_of_id" IS NULL)::int AS "times", max("created_at") AS "last"
  FROM "send" WHERE "template_id" IS NOT NULL GROUP BY "template_id"
) AS u WHERE u."template_id" = t."id";
UPDATE "list_template" AS t SET "sent_row_ids" = r."ids"
FROM (
  SELECT "template_id", array_agg(DISTINCT row_id #>> '{}') AS "ids"
  FROM "send", jsonb_path_query("message", '$.sections[*].rows[*].id') AS row_id
  WHERE "template_id" IS NOT NULL GROUP BY "template_id"
) AS r WHERE r."template_id" = t."id";
