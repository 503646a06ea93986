-- CreateEnum
CREATE TYPE "send_state" AS ENUM ('preparing', 'scheduled', 'running', 'paused', 'canceled', 'finished');

-- DropIndex
DROP INDEX "recipient_queued_idx";

-- DropIndex
DROP INDEX "recipient_send_id_phone_key";

-- DropIndex
DROP INDEX "recipient_send_id_status_idx";

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "passes_callback_data" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "recipient" ADD COLUMN     "looked_up_at" TIMESTAMPTZ(3),
ADD COLUMN     "lookups" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "person" TEXT,
ADD COLUMN     "skipped_why" TEXT,
ADD COLUMN     "values" JSONB,
ADD COLUMN     "window_closes_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "send" ADD COLUMN     "brake_after" INTEGER,
ADD COLUMN     "canary_max_share" DOUBLE PRECISION,
ADD COLUMN     "canary_minutes" INTEGER,
ADD COLUMN     "canary_passed_at" TIMESTAMPTZ(3),
ADD COLUMN     "canary_size" INTEGER,
ADD COLUMN     "expanded_line" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "finished_at" TIMESTAMPTZ(3),
ADD COLUMN     "follows_how" TEXT,
ADD COLUMN     "follows_id" UUID,
ADD COLUMN     "includes_closed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "includes_repeats" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_test" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "list_id" UUID,
ADD COLUMN     "message_hash" TEXT,
ADD COLUMN     "next_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "paused_code" INTEGER,
ADD COLUMN     "paused_why" TEXT,
ADD COLUMN     "per_second" INTEGER,
ADD COLUMN     "quiet_from" INTEGER,
ADD COLUMN     "quiet_until" INTEGER,
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "starts_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" "send_state" NOT NULL DEFAULT 'running',
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'America/Sao_Paulo';

-- Who each one is, as lib/domain/person-key tells: the digits, a Brazilian mobile with its ninth. Two spellings in one Send
-- are two messages that left already: the later keeps a key of its own.
UPDATE "recipient" SET "person" = regexp_replace(substr("phone", 2), '^55([1-9][1-9])([6-9][0-9]{7})$', '55\19\2');
UPDATE "recipient" r SET "person" = "person" || '-' || "id"
WHERE EXISTS (SELECT FROM "recipient" o WHERE o."send_id" = r."send_id" AND o."person" = r."person" AND o."id" < r."id");
ALTER TABLE "recipient" ALTER COLUMN "person" SET NOT NULL;

-- What has nobody left to do for is finished.
UPDATE "send" s SET "state" = 'finished', "started_at" = s."created_at",
  "finished_at" = coalesce((SELECT max(r."settled_at") FROM "recipient" r WHERE r."send_id" = s."id"), s."created_at")
WHERE NOT EXISTS (SELECT FROM "recipient" r WHERE r."send_id" = s."id" AND r."status" IN ('queued', 'leased', 'sending'));

-- CreateTable
CREATE TABLE "send_count" (
    "id" BIGSERIAL NOT NULL,
    "send_id" UUID NOT NULL,
    "status" "delivery_status" NOT NULL,
    "delta" INTEGER NOT NULL,

    CONSTRAINT "send_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fields" JSONB NOT NULL DEFAULT '{}',
    "opted_out_at" TIMESTAMPTZ(3),
    "last_inbound_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_field" (
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_field_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audience" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "audience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audience_member" (
    "audience_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "audience_member_pkey" PRIMARY KEY ("audience_id","contact_id")
);

-- CreateTable
CREATE TABLE "tester" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tester_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sending_rules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "confirm_above" INTEGER NOT NULL DEFAULT 500,
    "time_zone" TEXT NOT NULL DEFAULT 'America/Sao_Paulo',
    "quiet_from" INTEGER,
    "quiet_until" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sending_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_list" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT,
    "state" TEXT NOT NULL DEFAULT 'reading',
    "problem" JSONB,
    "bytes_total" BIGINT,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "line_count" INTEGER NOT NULL DEFAULT 0,
    "columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mapping" JSONB,
    "judged_for" JSONB,
    "judged_line" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "verdicts" JSONB,

    CONSTRAINT "recipient_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_list_row" (
    "list_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "phone" TEXT,
    "person" TEXT,
    "name" TEXT,
    "values" JSONB,
    "verdict" TEXT,
    "repair" TEXT,
    "detail" JSONB,
    "window_closes_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipient_list_row_pkey" PRIMARY KEY ("list_id","line")
);

-- CreateIndex
CREATE INDEX "send_count_send_id_idx" ON "send_count"("send_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_person_key" ON "contact"("person");

-- CreateIndex
CREATE INDEX "contact_created_at_id_idx" ON "contact"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contact_name_id_idx" ON "contact"("name", "id");

-- CreateIndex
CREATE INDEX "contact_search_text_idx" ON "contact" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "contact_tags_idx" ON "contact" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "contact_field_label_key" ON "contact_field"("label");

-- CreateIndex
CREATE UNIQUE INDEX "audience_name_key" ON "audience"("name");

-- CreateIndex
CREATE INDEX "audience_member_contact_id_idx" ON "audience_member"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "tester_person_key" ON "tester"("person");

-- CreateIndex
CREATE INDEX "recipient_list_created_by_id_created_at_idx" ON "recipient_list"("created_by_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "recipient_list_expires_at_idx" ON "recipient_list"("expires_at");

-- CreateIndex
CREATE INDEX "recipient_list_row_list_id_verdict_line_idx" ON "recipient_list_row"("list_id", "verdict", "line");

-- CreateIndex
CREATE INDEX "recipient_list_row_list_id_person_line_idx" ON "recipient_list_row"("list_id", "person", "line");

-- CreateIndex
CREATE INDEX "recipient_send_id_status_person_idx" ON "recipient"("send_id", "status", "person");

-- CreateIndex
CREATE INDEX "recipient_person_id_idx" ON "recipient"("person", "id" DESC);

-- CreateIndex
CREATE INDEX "recipient_queued_idx" ON "recipient"("send_id", "window_closes_at", "id") WHERE (status = 'queued');

-- CreateIndex
CREATE INDEX "recipient_unconfirmed_idx" ON "recipient"("looked_up_at", "id") WHERE (status = 'unconfirmed');

-- CreateIndex
CREATE UNIQUE INDEX "recipient_send_id_person_key" ON "recipient"("send_id", "person");

-- CreateIndex
CREATE INDEX "send_open_idx" ON "send"("state", "starts_at") WHERE (finished_at is null);

-- CreateIndex
CREATE INDEX "send_follows_id_idx" ON "send"("follows_id");

-- CreateIndex
CREATE INDEX "send_list_id_idx" ON "send"("list_id");

-- AddForeignKey
ALTER TABLE "send" ADD CONSTRAINT "send_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "send"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send" ADD CONSTRAINT "send_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "recipient_list"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience" ADD CONSTRAINT "audience_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_member" ADD CONSTRAINT "audience_member_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_member" ADD CONSTRAINT "audience_member_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_list" ADD CONSTRAINT "recipient_list_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_list_row" ADD CONSTRAINT "recipient_list_row_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "recipient_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every change of recipients adds to the counts, whichever way it is made.
CREATE FUNCTION "count_recipients"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "send_count" ("send_id", "status", "delta")
    SELECT "send_id", "status", count(*) FROM new_rows GROUP BY 1, 2;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "send_count" ("send_id", "status", "delta")
    SELECT "send_id", "status", sum("n") FROM (
      SELECT "send_id", "status", 1 AS "n" FROM new_rows
      UNION ALL
      SELECT "send_id", "status", -1 FROM old_rows
    ) "change" GROUP BY 1, 2 HAVING sum("n") <> 0;
  ELSE
    INSERT INTO "send_count" ("send_id", "status", "delta")
    SELECT "send_id", "status", -count(*) FROM old_rows
    WHERE EXISTS (SELECT FROM "send" s WHERE s."id" = "send_id") GROUP BY 1, 2;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "recipient_inserted" AFTER INSERT ON "recipient" REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION "count_recipients"();
CREATE TRIGGER "recipient_updated" AFTER UPDATE ON "recipient" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION "count_recipients"();
CREATE TRIGGER "recipient_deleted" AFTER DELETE ON "recipient" REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION "count_recipients"();

INSERT INTO "send_count" ("send_id", "status", "delta") SELECT "send_id", "status", count(*) FROM "recipient" GROUP BY 1, 2;
