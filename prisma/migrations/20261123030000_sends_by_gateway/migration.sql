-- CreateIndex
CREATE INDEX "send_gateway_created_at_id_idx" ON "send"("gateway", "created_at" DESC, "id" DESC);
