-- DropIndex
DROP INDEX "recipient_phone_idx";

-- AlterTable
ALTER TABLE "recipient" ADD COLUMN     "chose_at" TIMESTAMPTZ(3),
ADD COLUMN     "chose_row_id" TEXT,
ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "failed_at" TIMESTAMPTZ(3),
ADD COLUMN     "read_at" TIMESTAMPTZ(3),
ADD COLUMN     "replied_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "send" ADD COLUMN     "anonymized_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sending_rules" ADD COLUMN     "keep_days" INTEGER;

-- CreateTable
CREATE TABLE "person" (
    "key" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "status_event" (
    "id" BIGSERIAL NOT NULL,
    "wamid" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL,
    "recipient_id" BIGINT,
    "error_code" INTEGER,
    "error_title" TEXT,
    "error_details" TEXT,
    "raw" JSONB,

    CONSTRAINT "status_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_message" (
    "id" BIGSERIAL NOT NULL,
    "wamid" TEXT NOT NULL,
    "gateway" "gateway" NOT NULL,
    "person" TEXT,
    "wa_id" TEXT,
    "profile_name" TEXT,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "context_wamid" TEXT,
    "recipient_id" BIGINT,
    "send_id" UUID,
    "linked_by" TEXT,
    "row_id" TEXT,
    "title" TEXT,
    "description" TEXT,
    "text" TEXT,
    "raw" JSONB,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" BIGSERIAL NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bytes" INTEGER NOT NULL,
    "statuses" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "repeated" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "unread" JSONB,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "path_secret" TEXT NOT NULL,
    "verify_token" TEXT NOT NULL,
    "sealed_app_secret" TEXT,
    "public_url" TEXT,
    "instance_id" TEXT,
    "registration_id" TEXT,
    "registered_url" TEXT,
    "registered_at" TIMESTAMPTZ(3),
    "reads_list" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_reading" (
    "gateway" "gateway" NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "list_reading_pkey" PRIMARY KEY ("gateway")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_run" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "total" INTEGER,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_search_text_idx" ON "person" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "status_event_unclaimed_idx" ON "status_event"("received_at") WHERE (recipient_id is null);

-- CreateIndex
CREATE UNIQUE INDEX "status_event_wamid_status_key" ON "status_event"("wamid", "status");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_message_wamid_key" ON "inbound_message"("wamid");

-- CreateIndex
CREATE INDEX "inbound_message_send_idx" ON "inbound_message"("send_id", "kind", "id") WHERE (send_id is not null);

-- CreateIndex
CREATE INDEX "inbound_message_recipient_idx" ON "inbound_message"("recipient_id", "id") WHERE (recipient_id is not null);

-- CreateIndex
CREATE INDEX "inbound_message_person_sent_at_idx" ON "inbound_message"("person", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "inbound_message_unclaimed_idx" ON "inbound_message"("context_wamid") WHERE (recipient_id is null);

-- CreateIndex
CREATE INDEX "inbound_message_sent_at_idx" ON "inbound_message"("sent_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_received_at_idx" ON "webhook_delivery"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_place_name_key" ON "saved_view"("user_id", "place", "name");

-- CreateIndex
CREATE INDEX "export_run_created_at_idx" ON "export_run"("created_at");

-- CreateIndex
CREATE INDEX "recipient_created_at_id_idx" ON "recipient"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "recipient_status_created_at_id_idx" ON "recipient"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "recipient_send_id_created_at_id_idx" ON "recipient"("send_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "recipient_code_idx" ON "recipient"("error_code", "created_at" DESC, "id" DESC) WHERE (error_code is not null);

-- CreateIndex
CREATE INDEX "recipient_replied_idx" ON "recipient"("created_at" DESC, "id" DESC) WHERE (replied_at is not null);

-- CreateIndex
CREATE INDEX "recipient_choice_idx" ON "recipient"("send_id", "chose_row_id") WHERE (replied_at is not null);

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_run" ADD CONSTRAINT "export_run_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Text as a search compares it: the same as fold() of lib/domain/fold, for what is written here.
CREATE FUNCTION "folded"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(normalize(lower($1), NFD), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g'))
$$;

-- Sorted, so that two Sends to the same people wait for each other instead of locking each other out.
CREATE FUNCTION "remember_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "person" ("key", "phone", "name", "search_text")
  SELECT DISTINCT ON (n."person") n."person", n."phone", coalesce(n."name", nullif(c."name", '')),
    "folded"(concat_ws(' ', coalesce(n."name", nullif(c."name", '')), regexp_replace(n."phone", '\D', '', 'g')))
  FROM new_rows n LEFT JOIN "contact" c ON c."person" = n."person"
  WHERE n."phone" <> 'removed'
  ORDER BY n."person", n."name" NULLS LAST
  ON CONFLICT ("key") DO UPDATE
  SET "phone" = excluded."phone", "name" = excluded."name", "search_text" = excluded."search_text"
  WHERE excluded."name" IS NOT NULL AND "person"."name" IS DISTINCT FROM excluded."name";
  RETURN NULL;
END $$;

CREATE TRIGGER "recipient_remembered" AFTER INSERT ON "recipient" REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION "remember_people"();

INSERT INTO "person" ("key", "phone", "name", "search_text")
SELECT DISTINCT ON (r."person") r."person", r."phone", coalesce(r."name", nullif(c."name", '')),
  "folded"(concat_ws(' ', coalesce(r."name", nullif(c."name", '')), regexp_replace(r."phone", '\D', '', 'g')))
FROM "recipient" r LEFT JOIN "contact" c ON c."person" = r."person"
WHERE r."phone" <> 'removed'
ORDER BY r."person", r."name" NULLS LAST, r."id" DESC;
